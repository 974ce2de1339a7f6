// Keeps what is typed in this browser until it is saved, and says who else has the text open.
// What is saved and what is not, leaving.js knows.

const marker = document.querySelector("[data-draft]")
const form = marker?.closest("form")
const PREFIX = "newsroom-draft:"
const WEEK = 7 * 24 * 60 * 60 * 1000 // milliseconds
const key = `${PREFIX}${marker?.dataset.draft}:${location.pathname}`
const aside = `${key}#before`

const typed = () => {
  const fields = [...new FormData(form)].filter(([name, value]) =>
    typeof value === "string" && name !== "csrfmiddlewaretoken"
  )
  return JSON.stringify(fields)
}

const forgetOld = () => {
  for (const name of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    if (Date.now() - JSON.parse(localStorage[name]).at > WEEK) localStorage.removeItem(name)
  }
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
  // A page that saves what it is sent says so; then what was kept goes (see desk.js).
  sessionStorage.setItem("newsroom-saving", location.pathname)
  back.submit()
}

const note = document.querySelector("[data-unsaved]")

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
}

const sayWeAreHere = () => {
  const others = document.querySelector("[data-others]")
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value
  const tell = async () => {
    const answer = await fetch(marker.dataset.presence, {
      method: "POST",
      headers: { "X-CSRFToken": token },
    }).catch(() => null)
    if (!answer?.ok || answer.redirected) return
    const { others: names, closed } = await answer.json()
    document.querySelector("[data-closed]").hidden = !closed
    if (closed) clearInterval(telling)
    const text = names.join(", ")
    if (others.querySelector("span").textContent.trim() !== text) others.querySelector("span").textContent = text
    others.hidden = !names.length
  }
  const telling = setInterval(tell, 30000)
}

if (form) {
  forgetOld()
  offer()
  keepTyping()
  if (marker.dataset.presence) sayWeAreHere()
}
