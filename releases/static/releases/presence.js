// Says that a text is open here, and hears who else has it open and whether it is closed.

const here = document.querySelector("[data-presence]")

const sayWeAreHere = () => {
  const token = here.closest("form").querySelector("[name=csrfmiddlewaretoken]").value
  const others = document.querySelector("[data-others]")
  const names = others.querySelector("span")
  const tell = async () => {
    const answer = await fetch(here.dataset.presence, {
      method: "POST",
      headers: { "X-CSRFToken": token },
    }).catch(() => null)
    if (!answer?.ok || answer.redirected) return
    const told = await answer.json()
    document.querySelector("[data-closed]").hidden = !told.closed
    if (told.closed) clearInterval(telling)
    const text = told.others.join(", ")
    if (names.textContent.trim() !== text) names.textContent = text
    others.hidden = !told.others.length
  }
  const telling = setInterval(tell, 30000) // milliseconds
}

if (here) sayWeAreHere()
