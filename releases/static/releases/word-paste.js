// What is pasted from Word or another editor: real lists for paragraphs that only look like
// one, bold and italics for styles, and no style left, which the security policy would refuse.
// Every word, quotation mark and non-breaking space stays.

import { Extension, Plugin } from "django-prose-editor/editor"

const styleOf = (element) => element.getAttribute("data-style") || ""

const listLevel = (p) =>
  Number(/mso-list:[^;]*level(\d+)/i.exec(styleOf(p))?.[1] || 0) ||
  (/^MsoListParagraph/.test(p.className) ? 1 : 0)

const takeMarker = (p) => {
  const marker = p.querySelector("[data-style*='mso-list']")
  const text = marker?.textContent.replace(/\s+/g, "") || ""
  marker?.remove()
  return text
}

const isNumber = (marker) => /^\(?([0-9]+|[a-z]|[ivxlcdm]+)[.)]/i.test(marker)

const makeLists = (page) => {
  let open = []
  for (const p of page.querySelectorAll("p")) {
    const level = listLevel(p)
    if (!level) {
      open = []
      if (!p.textContent.trim()) p.remove()
      continue
    }
    const tag = isNumber(takeMarker(p)) ? "ol" : "ul"
    if (p.previousElementSibling !== open[0]) open = []
    open.length = Math.min(open.length, level)
    if (open.length === level && open[level - 1].localName !== tag) open.length = level - 1
    while (open.length < level) {
      const list = page.createElement(tag)
      const outer = open[open.length - 1]
      if (outer) (outer.lastElementChild || outer.appendChild(page.createElement("li"))).append(list)
      else p.before(list)
      open.push(list)
    }
    const item = page.createElement("li")
    const text = page.createElement("p")
    text.append(...p.childNodes)
    item.append(text)
    open[level - 1].append(item)
    p.remove()
  }
}

const wrap = (page, element, tag) => {
  const outer = page.createElement(tag)
  outer.append(...element.childNodes)
  element.append(outer)
}

const keepEmphasis = (page) => {
  for (const element of page.querySelectorAll("b[data-style], span[data-style]")) {
    const style = styleOf(element)
    if (element.localName === "b") {
      if (/font-weight:\s*(normal|400)/.test(style)) element.replaceWith(...element.childNodes)
      continue
    }
    if (/font-weight:\s*(bold|[6-9]00)/.test(style)) wrap(page, element, "strong")
    if (/font-style:\s*italic/.test(style)) wrap(page, element, "em")
  }
}

const cleanPaste = (paste) => {
  const quiet = paste.replace(/(<[a-z][^>]*?\s)style(?=\s*=)/gi, "$1data-style")
  const page = new DOMParser().parseFromString(quiet, "text/html")
  page.querySelectorAll("style, script, meta, link").forEach((element) => element.remove())
  makeLists(page)
  keepEmphasis(page)
  return page.body.innerHTML
}

export const WordPaste = Extension.create({
  name: "wordPaste",
  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPastedHTML: cleanPaste } })]
  },
})
