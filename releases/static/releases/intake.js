// Taking a release in: drop a file, paste with headings and links, and keep what is chosen.

const takeIn = document.querySelector("[data-take-in]")
const check = document.querySelector("[data-check]")

const acceptDrops = (form) => {
  const zone = form.querySelector("[data-drop]")
  const input = form.querySelector("[type=file]")
  form.querySelector("[data-drop-hint]").hidden = false
  const over = (on) => zone.classList.toggle("intake-over", on)
  for (const name of ["dragenter", "dragover"]) {
    zone.addEventListener(name, (event) => {
      event.preventDefault()
      over(true)
    })
  }
  zone.addEventListener("dragleave", () => over(false))
  zone.addEventListener("drop", (event) => {
    event.preventDefault()
    over(false)
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files
  })
}

// What was pasted comes along as markup for as long as it is all the field holds, unchanged.
const keepMarkup = (form) => {
  const text = form.querySelector("[name=text]")
  const html = form.querySelector("[name=html]")
  text.addEventListener("paste", (event) => {
    const whole = text.selectionStart === 0 && text.selectionEnd === text.value.length
    const markup = whole ? event.clipboardData.getData("text/html") : ""
    setTimeout(() => (html.value = markup))
  })
  text.addEventListener("input", (event) => {
    if (event.inputType !== "insertFromPaste") html.value = ""
  })
}

// Letters that a browser sends on although the page is left.
const SHORT = 60000

const keepChoices = (form) => {
  const said = form.querySelector("[data-kept]")
  let waiting
  const send = () => {
    waiting = null
    const data = new URLSearchParams(new FormData(form))
    data.set("_keep", "1")
    const body = data.toString()
    const keepalive = body.length < SHORT
    return fetch(location.pathname, {
      method: "POST",
      body,
      keepalive,
      headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
    })
      .then((answer) => answer.ok && !answer.redirected)
      .catch(() => false)
      .then((kept) => (said.textContent = kept ? said.dataset.kept : said.dataset.notKept))
  }
  form.addEventListener("input", () => {
    said.textContent = ""
    clearTimeout(waiting)
    waiting = setTimeout(send, 800)
  })
  form.addEventListener("submit", () => {
    clearTimeout(waiting)
    waiting = null
  })
  addEventListener("pagehide", () => waiting && send())
  addEventListener("beforeunload", (event) => {
    const tooLong = waiting && new URLSearchParams(new FormData(form)).toString().length >= SHORT
    if (tooLong || said.textContent === said.dataset.notKept) event.preventDefault()
  })
}

if (takeIn) {
  acceptDrops(takeIn)
  keepMarkup(takeIn)
}
if (check) keepChoices(check)
