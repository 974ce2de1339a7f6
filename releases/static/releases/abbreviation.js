// Keeps what an abbreviation stands for, and asks for it.

import { Mark, updateAttrsDialog } from "django-prose-editor/editor"

export const Abbreviation = Mark.create({
  name: "abbreviation",
  inclusive: false,

  addAttributes() {
    return { title: { default: null } }
  },

  parseHTML() {
    return [{ tag: "abbr[title]" }]
  },

  renderHTML({ HTMLAttributes }) {
    return ["abbr", HTMLAttributes, 0]
  },

  addMenuItems({ menu, buttons }) {
    const { words } = this.options
    const ask = updateAttrsDialog({ title: { title: words.title } }, { title: words.mark })
    menu.defineItem({
      name: "abbreviation",
      groups: "passage",
      priority: 90,
      button: buttons.material("short_text", words.mark),
      enabled: (editor) => !editor.state.selection.empty || editor.isActive("abbreviation"),
      active: (editor) => editor.isActive("abbreviation"),
      async command(editor) {
        const answer = await ask(editor, editor.getAttributes("abbreviation"))
        if (!answer) return
        const chain = editor.chain().focus().extendMarkRange("abbreviation")
        const title = answer.title.trim()
        if (title) chain.setMark("abbreviation", { title }).run()
        else chain.unsetMark("abbreviation").run()
      },
    })
  },
})
