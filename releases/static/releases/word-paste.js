// Word pastes a list as paragraphs that only look like one. Make real lists of them
// before the editor reads the paste; leave every word, mark and non-breaking space.

import { Extension, Plugin } from "django-prose-editor/editor"

const listLevel = (p) =>
  Number(/mso-list:[^;]*level(\d+)/i.exec(p.getAttribute("style") || "")?.[1] || 0) ||
  (/^MsoListParagraph/.test(p.className) ? 1 : 0)

const takeMarker = (p) => {
  const marker = p.querySelector("[style*='mso-list']")
  const text = marker?.textContent.replace(/\s+/g, "") || ""
  marker?.remove()
  return text
}

const isNumber = (marker) => /^\(?([0-9]+|[a-z]|[ivxlcdm]+)[.)]/i.test(marker)

const withLists = (paste) => {
  const page = new DOMParser().parseFromString(paste, "text/html")
  let open = []
  for (const p of page.querySelectorAll("p")) {
    const level = listLevel(p)
    if (!level) {
      open = []
      if (!p.textContent.trim() && !p.querySelector("img")) p.remove()
      continue
    }
    const tag = isNumber(takeMarker(p)) ? "ol" : "ul"
    const follows = open.length && p.previousElementSibling === open[0]
    if (!follows) open = []
    open.length = Math.min(open.length, level)
    if (open.length === level && open[level - 1].localName !== tag) open.length = level - 1
    while (open.length < level) {
      const list = page.createElement(tag)
      const outer = open[open.length - 1]
      if (!outer) p.before(list)
      else (outer.lastElementChild || outer.appendChild(page.createElement("li"))).append(list)
      open.push(list)
    }
    const item = page.createElement("li")
    const text = page.createElement("p")
    text.append(...p.childNodes)
    item.append(text)
    open[level - 1].append(item)
    p.remove()
  }
  return page.body.innerHTML
}

export const WordPaste = Extension.create({
  name: "wordPaste",
  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPastedHTML: (paste) => (/mso-/i.test(paste) ? withLists(paste) : paste) } })]
  },
})
