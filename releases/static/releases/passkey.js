// Says on the page, instead of in the console, that the browser gave no passkey.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault()
  document.querySelector("[data-passkey-failed]").hidden = false
})
