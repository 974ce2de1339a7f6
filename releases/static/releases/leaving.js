// Asks before a page of the desk is left with something in it that was typed and not saved.

const content = document.querySelector("#content")
// Lists have nothing to lose, and the check of what was taken in keeps itself (see intake.js).
const KEEP_THEMSELVES = "#changelist-form, [data-check]"
const forms = [...(content?.querySelectorAll("form[method=post]") ?? [])].filter((form) => !form.matches(KEEP_THEMSELVES))
const GESTURES = ["beforeinput", "pointerdown", "keydown", "paste", "drop"]
let before // what each form held before the first gesture: scripts fill in fields when they start
let sent, sentAt // the form on its way to the server, and since when
const TWICE = 2000 // milliseconds in which a second click is the same one

const held = (form) => {
  const fields = [...new FormData(form)].map(([name, value]) => [name, value.name ?? value])
  // What is chosen in a pair of lists is marked as chosen only when it is sent.
  const lists = [...form.querySelectorAll("select[multiple][id$=_to]")]
  return JSON.stringify([fields, lists.map((list) => [...list.options].map((option) => option.value))])
}

const isUnsaved = (form) =>
  form.dataset.typed !== undefined || (before !== undefined && before.get(form) !== held(form))

// Saved nowhere: a form that came back with errors, and what was typed before this script came
// or put back by the browser.
const markUnsaved = () => {
  const refused = content.querySelector(".errornote, .errorlist")
  const texts = (form) => [...form.querySelectorAll("input:not([type=hidden], [type=checkbox], [type=radio]), textarea")]
  for (const form of forms) {
    const typed = texts(form).filter((field) => !field.closest(".prose-editor"))
    const touched = typed.some((field) => field.value !== field.defaultValue)
    if (touched || (refused && typed.length)) form.dataset.typed = ""
  }
}

if (forms.length) {
  markUnsaved()
  for (const name of GESTURES) {
    addEventListener(name, () => (before ??= new Map(forms.map((form) => [form, held(form)]))), true)
  }
  addEventListener("input", ({ target }) => {
    sent = undefined
    // Filled in by no hand, such as by the browser; an editor that starts changes its own field.
    if (!before && target.form && !target.closest(".prose-editor")) target.form.dataset.typed = ""
  })
  addEventListener("submit", (event) => {
    if (event.defaultPrevented) return
    // The second would be refused, as the first has saved the record since.
    if (event.target === sent && Date.now() - sentAt < TWICE) return event.preventDefault()
    sent = event.target
    sentAt = Date.now()
  })
  addEventListener("click", (event) => {
    // To drop what was typed is what such a link is for.
    if (event.target.closest?.("[data-drops]")) sent = forms.find(isUnsaved)
  })
  addEventListener("pageshow", () => (sent = undefined))
  addEventListener("beforeunload", (event) => {
    if (forms.some((form) => form !== sent && isUnsaved(form))) event.preventDefault()
  })
}
