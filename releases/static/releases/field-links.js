// Leads a link to a field that is hidden behind an editor or a list with a search to what stands
// for it; one that comes from another page, once the editor is there.

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']")
  const field = link && document.getElementById(link.hash.slice(1))
  const text = field?.closest(".prose-editor")?.querySelector(".ProseMirror")
  const list = field?.matches(".select2-hidden-accessible") && field.parentNode.querySelector(".select2-selection")
  if (text || list) setTimeout(() => (text || list).focus())
})

document.addEventListener("prose-editor:ready", ({ detail: { textarea, editor } }) => {
  if (location.hash === `#${textarea.id}`) editor.view.dom.focus()
})
