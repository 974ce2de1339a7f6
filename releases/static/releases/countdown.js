// Counts down, in the last day, to what goes out next.

for (const time of document.querySelectorAll("[data-countdown]")) {
  const show = () => {
    const left = Math.round((new Date(time.dateTime) - Date.now()) / 1000) // seconds
    const parts = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60]
    const near = left > 0 && left < 24 * 60 * 60
    time.textContent = near ? parts.map((part) => String(part).padStart(2, "0")).join(":") : ""
  }
  show()
  setInterval(show, 1000)
}
