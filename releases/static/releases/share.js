// Copies words and addresses, and opens the browser's own sheet to share: shown where it can.

const canonical = document.querySelector("link[rel=canonical]")?.href ?? location.href

const words = (figure) => {
  const said = [...figure.querySelectorAll("blockquote p")].map((part) => part.innerText).join("\n\n")
  const caption = figure.querySelector("figcaption")
  const who = [caption.querySelector("b"), caption.querySelector("b + span:not(.held-from)")]
  return [said, who.filter(Boolean).map((part) => part.innerText).join(", ")].join("\n")
}

const address = (figure) => figure?.querySelector("blockquote").cite || canonical

// What a button says for a moment is not heard by who does not see it.
const told = document.body.appendChild(document.createElement("p"))
told.className = "unseen"
told.setAttribute("role", "status")

const shown = (button) => { button.closest("[hidden]").hidden = false }

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const figure = button.closest("figure")
    const parts = {
      words: () => `${words(figure)}\n${address(figure)}`,
      link: () => address(figure),
      citation: () => button.closest(".cite").querySelector("p").innerText,
    }
    const label = button.textContent
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(parts[button.dataset.copy]())
      button.textContent = told.textContent = button.dataset.done
      setTimeout(() => { button.textContent = label; told.textContent = "" }, 2000)
    })
    shown(button)
  }
}

if (navigator.share) {
  for (const button of document.querySelectorAll("[data-share]")) {
    button.addEventListener("click", () => {
      navigator.share({ title: document.title, url: canonical }).catch(() => {})
    })
    shown(button)
  }
}
