// Tables of figures: with a caption, heads of columns and rows, and words alone in their cells.

import {
  Extension,
  findParentNode,
  Table,
  TableCell,
  TableHeader,
  TableRow,
  updateAttrsDialog,
} from "django-prose-editor/editor"

const CELL = "paragraph+"

const isBlank = (cell) => !cell.textContent.trim()

// An empty cell in a row of heads, which is saved as no head: there is nothing in it to say.
const isInHeads = (cell) => {
  const cells = [...(cell.closest("tr")?.cells || [])]
  const heads = cells.filter((other) => !isBlank(other))
  const isOfRow = heads.length === 1 && heads[0] === cells[0]
  return isBlank(cell) && heads.length && !isOfRow && heads.every(({ localName }) => localName === "th")
}

const Head = TableHeader.extend({
  content: CELL,
  parseHTML() {
    return [
      {
        tag: "td",
        priority: 60,
        getAttrs: (cell) => (cell.closest("thead") || isInHeads(cell)) && null,
      },
      ...this.parent(),
    ]
  },
})

const Captioned = Table.extend({
  addAttributes() {
    return {
      caption: {
        default: "",
        parseHTML: (table) => table.caption?.textContent.trim() || "",
        renderHTML: ({ caption }) => (caption ? { "data-caption": caption } : {}),
      },
    }
  },
  parseHTML() {
    return [{ tag: "table" }, { tag: "caption", ignore: true }]
  },
  renderHTML({ HTMLAttributes: { "data-caption": caption, ...attributes } }) {
    return ["table", attributes, ...(caption ? [["caption", caption]] : []), ["tbody", 0]]
  },
  addMenuItems() {},
})

// A table with a part of it filled, and a sign where something is added or taken away.
const draw = (filled, sign = "") => `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"
  viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
  <path d="${filled}" fill="currentColor" stroke="none"/><path d="M3 3h18v18H3zM3 9h18M9 3v18"/>
  <path d="${sign}"/></svg>`

const ROW = "M3 3h18v6H3z"
const COLUMN = "M3 3h6v18H3z"
const PLUS = "M12 15h6M15 12v6"
const MINUS = "M12 15h6"

const isHeaded = (cells) => cells.every((cell) => cell.type.name === "tableHeader")

const tableIn = (editor) =>
  findParentNode(({ type }) => type.name === "table")(editor.state.selection)?.node

export const Tables = Extension.create({
  name: "tables",

  addExtensions() {
    return [Captioned, TableRow, Head, TableCell.extend({ content: CELL })]
  },

  addMenuItems({ menu, buttons }) {
    const { words } = this.options
    const count = { type: "number", format: "number", min: "2", max: "99", required: true }
    const askSize = updateAttrsDialog(
      {
        caption: { title: words.caption },
        rows: { ...count, title: words.rows },
        cols: { ...count, title: words.columns },
      },
      { title: words.insert }
    )
    const askCaption = updateAttrsDialog(
      { caption: { title: words.caption } },
      { title: words.change }
    )

    menu.defineItem({
      name: "table",
      groups: "table",
      button: buttons.material("grid_on", words.insert),
      enabled: (editor) => !["table", "listItem", "blockquote"].some((name) => editor.isActive(name)),
      async command(editor) {
        const answer = await askSize(editor, { rows: "4", cols: "3" })
        if (!answer) return
        const [rows, cols] = [Number(answer.rows), Number(answer.cols)]
        const caption = answer.caption.trim()
        editor
          .chain()
          .focus()
          .insertTable({ rows, cols, withHeaderRow: true })
          .updateAttributes("table", { caption })
          .run()
      },
    })

    const inTable = (name, button, command, active = () => false) =>
      menu.defineItem({
        name,
        groups: "table",
        button,
        command,
        active: (editor) => editor.isActive("table") && active(tableIn(editor)),
        hidden: (editor) => !editor.isActive("table"),
      })
    const run = (name) => (editor) => editor.chain().focus()[name]().run()

    inTable("tableCaption", buttons.material("title", words.change), async (editor) => {
      const answer = await askCaption(editor, editor.getAttributes("table"))
      if (!answer) return
      editor.chain().focus().updateAttributes("table", { caption: answer.caption.trim() }).run()
    })
    inTable("headRow", buttons.svg(draw(ROW), words.headRow), run("toggleHeaderRow"), (table) =>
      isHeaded(table.firstChild.children)
    )
    inTable(
      "headColumn",
      buttons.svg(draw(COLUMN), words.headColumn),
      run("toggleHeaderColumn"),
      (table) => isHeaded(table.children.slice(1).map((row) => row.firstChild))
    )
    inTable("addRow", buttons.svg(draw("M3 15h18v6H3z", PLUS), words.addRow), run("addRowAfter"))
    inTable("deleteRow", buttons.svg(draw(ROW, MINUS), words.deleteRow), run("deleteRow"))
    inTable(
      "addColumn",
      buttons.svg(draw("M15 3h6v18h-6z", PLUS), words.addColumn),
      run("addColumnAfter")
    )
    inTable(
      "deleteColumn",
      buttons.svg(draw(COLUMN, MINUS), words.deleteColumn),
      run("deleteColumn")
    )
    inTable("mergeCells", buttons.material("call_merge", words.merge), run("mergeOrSplit"))
    inTable("deleteTable", buttons.material("delete", words.deleteTable), run("deleteTable"))
  },
})
