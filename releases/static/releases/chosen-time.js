// Chooses “At this time” when a time is filled in beside it.

for (const part of document.querySelectorAll("[data-chooses]")) {
  const choice = part.closest("form").querySelector(`[type=radio][value="${part.dataset.chooses}"]`)
  part.addEventListener("input", (event) => {
    if (event.target.value) choice.checked = true
  })
}
