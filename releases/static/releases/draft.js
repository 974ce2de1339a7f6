// Keeps what is typed into a text in this browser until it is saved, and offers it to who opens
// the page again. What is saved and what is not, leaving.js knows.

const PREFIX = "newsroom-draft:"
const SAVING = "newsroom-saving" // the page whose text is on its way to the server
const WEEK = 7 * 24 * 60 * 60 * 1000 // milliseconds
const user = document.currentScript.dataset.user
const keyOf = (page) => `${PREFIX}${user}:${page}`
const key = keyOf(location.pathname)
const aside = `${key}#before`
const marker = document.querySelector("[data-draft]")
const form = marker?.closest("form")
const note = document.querySelector("[data-unsaved]")

const forget = (wanted) => {
  for (const name of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    if (wanted(name)) localStorage.removeItem(name)
  }
}

// What was kept goes once it is saved, after a week, when somebody signs out, and when another
// person signs in.
const forgetWhatIsOver = () => {
  const saving = sessionStorage.getItem(SAVING)
  sessionStorage.removeItem(SAVING)
  if (user) forget((name) => !name.startsWith(keyOf("")))
  if (saving && document.querySelector(".messagelist .success")) localStorage.removeItem(keyOf(saving))
  forget((name) => Date.now() - JSON.parse(localStorage[name]).at > WEEK)
  document.querySelector("#logout-form")?.addEventListener("submit", () => forget(() => true))
}

const typed = () => {
  const fields = [...new FormData(form)].filter(([name, value]) =>
    typeof value === "string" && name !== "csrfmiddlewaretoken"
  )
  return JSON.stringify(fields)
}

// The server shows what was kept as it shows any text it did not save; the revision it was
// drawn from comes along, so that what somebody else saved since is not written over unseen.
const takeOver = (fields) => {
  const back = document.createElement("form")
  back.method = "post"
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value
  const all = [...fields, ["csrfmiddlewaretoken", token], ["_restore", "1"]]
  for (const [name, value] of all) {
    const field = document.createElement("textarea")
    field.name = name
    field.value = value
    back.append(field)
  }
  back.hidden = true
  document.body.append(back)
  // A page that saves what it is sent says so; then what was kept goes.
  sessionStorage.setItem(SAVING, location.pathname)
  back.submit()
}

const offer = () => {
  const name = [key, aside].find((name) => localStorage[name])
  if (!name || !note || document.querySelector(".errornote")) return
  const kept = JSON.parse(localStorage[name])
  note.querySelector("time").textContent = new Date(kept.at).toLocaleString(document.documentElement.lang)
  note.querySelector("[data-take]").addEventListener("click", () => {
    localStorage.removeItem(name)
    localStorage[key] = JSON.stringify(kept)
    takeOver(kept.fields)
  })
  note.querySelector("[data-discard]").addEventListener("click", () => {
    localStorage.removeItem(name)
    note.hidden = true
  })
  note.hidden = false
}

// At once, whatever happens next: the browser may end, or the session have ended.
const keepTyping = () => {
  let last
  const keep = () => {
    const now = isUnsaved(form) ? typed() : undefined
    if (now === last) return
    // Who has overlooked the offer does not write over what it offers.
    if (last === undefined && note && !note.hidden && localStorage[key]) localStorage[aside] = localStorage[key]
    last = now
    if (now) localStorage[key] = JSON.stringify({ at: Date.now(), fields: JSON.parse(now) })
    else localStorage.removeItem(key)
  }
  for (const name of ["input", "change", "click", "pagehide"]) addEventListener(name, keep)
  form.addEventListener("submit", () => sessionStorage.setItem(SAVING, location.pathname))
}

forgetWhatIsOver()
if (form) {
  offer()
  keepTyping()
}
