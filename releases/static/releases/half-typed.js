// Holds back a form with a half-typed time in it, which would arrive as none at all.

document.addEventListener("submit", (event) => {
  const half = [...event.target.elements].find((field) => field.validity?.badInput)
  if (!half) return
  event.preventDefault()
  half.reportValidity()
})
