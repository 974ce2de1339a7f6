// What is pasted from Word or another editor: real lists for paragraphs that only look like
// one, bold and italics for styles, languages where they are told apart, and no style left, which
// the security policy would refuse. Every word, quotation mark and non-breaking space stays.

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

// A frame around a page or a line is no table: only what is in it stays.
const openFrames = (page) => {
  for (const table of page.querySelectorAll("table")) {
    const rows = [...table.rows]
    const isFrame = table.querySelector("table, h1, h2, h3, h4, h5, h6")
    if (!isFrame && rows.length > 1 && rows.some(({ cells }) => cells.length > 1)) continue
    for (const cell of [...rows.flatMap(({ cells }) => [...cells]), table.caption]) {
      if (!cell) continue
      const block = page.createElement("div")
      block.append(...cell.childNodes)
      table.before(block)
    }
    table.remove()
  }
}

// The cells of a table hold paragraphs.
const keepCellsPlain = (page) => {
  for (const item of page.querySelectorAll("td li, th li")) {
    if (!item.querySelector("p, ul, ol")) wrap(page, item, "p")
  }
  for (const list of page.querySelectorAll(":is(td, th) :is(blockquote, li, ol, ul)")) {
    list.replaceWith(...list.childNodes)
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

const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, div, blockquote"

const countLetters = (text) => text.replace(/\P{L}/gu, "").length

const mainLanguage = (code) => code.toLowerCase().split("-")[0]

// Stretches of text in one language, with what stands around and between words.
const findRuns = (page) => {
  const runs = []
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const lang = node.parentElement.closest("[lang]")?.lang || ""
    const block = node.parentElement.closest(BLOCKS)
    const letters = countLetters(node.data)
    let run = runs.at(-1)
    if (run?.block !== block || (letters && run.lang !== lang)) {
      run = { lang, block, nodes: [], text: "", letters: 0 }
      runs.push(run)
    }
    run.nodes.push(node)
    run.text += node.data
    run.letters += letters
  }
  return runs.filter((run) => run.letters)
}

// Word gives every run the language of its spelling check, right or wrong. A single word is no
// passage, and of a text that is taken for another language than it is in, nothing is believed.
const keepLanguages = (page, own) => {
  const runs = findRuns(page)
  const foreign = runs.filter(
    ({ lang, text }) =>
      /^[a-z]{2,3}(-|$)/i.test(lang) &&
      mainLanguage(lang) !== mainLanguage(own) &&
      /\p{L}.*[^\p{L}'’-].*\p{L}/su.test(text)
  )
  const count = (some) => some.reduce((letters, run) => letters + run.letters, 0)
  const isOnePassage = new Set(runs.map(({ block }) => block)).size === 1
  page.querySelectorAll("[lang]").forEach((element) => element.removeAttribute("lang"))
  if (!isOnePassage && count(foreign) * 2 > count(runs)) return
  for (const { lang, nodes } of foreign) {
    for (const node of nodes) {
      const span = page.createElement("span")
      span.lang = lang
      node.replaceWith(span)
      span.append(node)
    }
  }
}

const cleanPaste = (paste, view) => {
  const quiet = paste.replace(/(<[a-z][^>]*?\s)style(?=\s*=)/gi, "$1data-style")
  const page = new DOMParser().parseFromString(quiet, "text/html")
  page.querySelectorAll("style, script, meta, link").forEach((element) => element.remove())
  openFrames(page)
  makeLists(page)
  keepCellsPlain(page)
  keepEmphasis(page)
  // What is copied from the editor says itself what was marked.
  if (!page.querySelector("[data-pm-slice]")) keepLanguages(page, view.dom.lang)
  return page.body.innerHTML
}

export const WordPaste = Extension.create({
  name: "wordPaste",
  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPastedHTML: cleanPaste } })]
  },
})
