// Tells screen readers what the editor is, in which language its text is, and which of its buttons
// are pressed.

const tellButtons = (toolbar) => {
  for (const button of toolbar.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", button.classList.contains("active"))
    button.setAttribute("aria-disabled", button.classList.contains("disabled"))
  }
}

const tellEditor = (textarea, editor) => {
  const text = editor.view.dom
  const label = textarea.labels[0]
  const name = (label?.textContent || textarea.name).replace(/:\s*$/, "").trim()
  text.setAttribute("aria-label", name)
  text.setAttribute("aria-multiline", "true")
  label?.addEventListener("click", () => text.focus())
  const language = textarea.form.querySelector("select[name=language]")
  const tellLanguage = () => (text.lang = language?.value || textarea.lang)
  language?.addEventListener("change", tellLanguage)
  tellLanguage()
  const toolbar = text.parentElement.querySelector(".prose-menubar")
  toolbar.setAttribute("role", "toolbar")
  toolbar.setAttribute("aria-label", name)
  tellButtons(toolbar)
  editor.on("transaction", () => tellButtons(toolbar))
}

document.addEventListener("prose-editor:ready", ({ detail: { textarea, editor } }) => {
  // The toolbar is made when the editor has been created, which is after this event.
  editor.on("create", () => tellEditor(textarea, editor))
})
