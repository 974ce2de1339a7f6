// Says to screen readers what the desk shows: names of fields, and which buttons are pressed.

const labelOf = (id) => document.querySelector(`label[for="${id}"]`)
const nameOf = (field) => (labelOf(field.id)?.textContent || field.name).replace(/:\s*$/, "").trim()

// The editor builds its parts one after the other.
const whenThere = (root, selector, act) => {
  const found = root.querySelector(selector)
  if (found) return act(found)
  const observer = new MutationObserver(() => {
    const added = root.querySelector(selector)
    if (!added) return
    observer.disconnect()
    act(added)
  })
  observer.observe(root, { childList: true, subtree: true })
}

const tellText = (textarea, text) => {
  text.setAttribute("aria-label", nameOf(textarea))
  text.setAttribute("aria-multiline", "true")
  labelOf(textarea.id)?.addEventListener("click", () => text.focus())
}

const tellToolbar = (textarea, toolbar) => {
  toolbar.setAttribute("role", "toolbar")
  toolbar.setAttribute("aria-label", nameOf(textarea))
  const tell = () => {
    for (const button of toolbar.querySelectorAll("button")) {
      for (const [state, about] of [["active", "aria-pressed"], ["disabled", "aria-disabled"]]) {
        const value = String(button.classList.contains(state))
        if (button.getAttribute(about) !== value) button.setAttribute(about, value)
      }
    }
  }
  tell()
  new MutationObserver(tell).observe(toolbar, { subtree: true, attributeFilter: ["class"] })
}

document.addEventListener("prose-editor:ready", (event) => {
  const { textarea } = event.detail
  const editor = textarea.closest(".prose-editor")
  whenThere(editor, ".ProseMirror", (text) => {
    tellText(textarea, text)
    if (location.hash === `#${textarea.id}`) text.focus()
  })
  whenThere(editor, ".prose-menubar", (toolbar) => tellToolbar(textarea, toolbar))
})

// Select2 leaves its search fields without a name, and puts into its lists what is no item.
const tellSelects = () => {
  for (const search of document.querySelectorAll(".select2-search__field:not([aria-label])")) {
    const select = search.closest(".related-widget-wrapper")?.querySelector("select")
    if (select) search.setAttribute("aria-label", nameOf(select))
  }
  for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
    const shown = document.getElementById(`select2-${select.id}-container`)
    if (!shown || shown.localName === "ul") continue
    const text = [nameOf(select), shown.textContent.trim()].filter(Boolean).join(": ")
    if (shown.getAttribute("aria-label") !== text) shown.setAttribute("aria-label", text)
  }
  const lists = ".select2-selection__rendered, .select2-selection__rendered > li"
  for (const part of document.querySelectorAll(`ul:is(${lists}), li:is(${lists})`)) {
    if (part.getAttribute("role") !== "none") part.setAttribute("role", "none")
  }
}

// A link to a field that is hidden behind an editor or a list leads to what stands for it; one
// that comes from another page, once the editor is there.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']")
  const field = link && document.getElementById(link.hash.slice(1))
  const text = field?.closest(".prose-editor")?.querySelector(".ProseMirror")
  const list = field?.matches(".select2-hidden-accessible") && field.parentNode.querySelector(".select2-selection")
  if (text || list) setTimeout(() => (text || list).focus())
})

// The search field of a list is named by nothing but its help.
const searchbar = document.querySelector("#searchbar")
if (searchbar) searchbar.setAttribute("aria-label", searchbar.form.querySelector("[type=submit]").value)

tellSelects()
new MutationObserver(tellSelects).observe(document.body, { childList: true, subtree: true })

// What was kept of unsaved texts (see draft.js) goes once it is saved, when somebody signs out,
// and when another person signs in.
const user = document.currentScript.dataset.user
const mine = `newsroom-draft:${user}:`
const forget = (wanted) => {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith("newsroom-draft:") && wanted(name)) localStorage.removeItem(name)
  }
}
if (user) forget((name) => !name.startsWith(mine))
document.querySelector("#logout-form")?.addEventListener("submit", () => forget(() => true))
const saving = sessionStorage.getItem("newsroom-saving")
if (saving && document.querySelector(".messagelist .success")) forget((name) => name === mine + saving)
sessionStorage.removeItem("newsroom-saving")
document.querySelector("[data-draft]")?.closest("form")?.addEventListener("submit", () => {
  sessionStorage.setItem("newsroom-saving", location.pathname)
})

// A half-typed time would arrive as none at all.
document.addEventListener("submit", (event) => {
  const half = [...event.target.elements].find((field) => field.validity?.badInput)
  if (!half) return
  event.preventDefault()
  half.reportValidity()
})

// What is filled in is what is chosen: a time “At this time”.
for (const part of document.querySelectorAll("[data-chooses]")) {
  part.addEventListener("input", (event) => {
    const choice = part.closest("form").querySelector(`[type=radio][value="${part.dataset.chooses}"]`)
    if (event.target.value) choice.checked = true
  })
}

// Countdowns to what goes out next.
const countdown = (time) => {
  const left = Math.round((new Date(time.dateTime) - Date.now()) / 1000)
  const parts = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60]
  const near = left > 0 && left < 24 * 60 * 60
  time.textContent = near ? parts.map((part) => String(part).padStart(2, "0")).join(":") : ""
}
for (const time of document.querySelectorAll("[data-countdown]")) {
  countdown(time)
  setInterval(() => countdown(time), 1000)
}
