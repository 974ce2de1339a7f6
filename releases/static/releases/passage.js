// Marks a passage of a text that is in another language than the text, so that it is read aloud,
// hyphenated and checked as what it is.

import { Mark, updateAttrsDialog } from "django-prose-editor/editor"

const CODES =
  "ar bg bn ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu hy is it ja ka ko la lb " +
  "lt lv mk mt nl no pl pt ro ru sk sl sq sr sv sw ta th tr uk ur vi zh"

// The names of languages with their codes: those of the newsroom, then others by name.
const namedLanguages = (first) => {
  const here = document.documentElement.lang
  const names = new Intl.DisplayNames([here], { type: "language" })
  const named = (codes) => codes.map((code) => [names.of(code), code])
  const others = named(CODES.split(" ").filter((code) => !first.includes(code)))
  return new Map([...named(first), ...others.sort(([a], [b]) => a.localeCompare(b, here))])
}

const ask = async (editor, { languages, words }) => {
  const own = editor.view.dom.lang
  const named = namedLanguages(languages.filter((code) => code !== own))
  const { lang = "" } = editor.getAttributes("passage")
  const name = [...named.keys()].find((name) => !lang || named.get(name) === lang)
  const fields = {
    language: { title: words.language, enum: [...named.keys()] },
    code: { title: words.code },
  }
  const asking = updateAttrsDialog(fields, { title: words.mark })(editor, {
    language: name,
    code: name ? "" : lang,
  })
  const code = editor.view.dom.parentElement.querySelector("dialog [name=code]")
  code.pattern = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"
  code.title = words.code
  const answer = await asking
  return answer && (answer.code || named.get(answer.language))
}

export const Passage = Mark.create({
  name: "passage",
  // Around links and emphasis, which would part it.
  priority: 1100,
  inclusive: false,

  addAttributes() {
    return { lang: { default: null } }
  },

  parseHTML() {
    return [{ tag: "[lang]", consuming: false, getAttrs: (element) => element.lang !== "" && null }]
  },

  renderHTML({ HTMLAttributes }) {
    return ["span", HTMLAttributes, 0]
  },

  addMenuItems({ menu, buttons }) {
    const { options } = this
    menu.defineItem({
      name: "passage",
      groups: "passage",
      button: buttons.material("translate", options.words.mark),
      enabled: (editor) => !editor.state.selection.empty || editor.isActive("passage"),
      active: (editor) => editor.isActive("passage"),
      async command(editor) {
        const lang = await ask(editor, options)
        if (lang) editor.chain().focus().extendMarkRange("passage").setMark("passage", { lang }).run()
      },
    })
    menu.defineItem({
      name: "noPassage",
      groups: "passage",
      button: buttons.material("format_clear", options.words.unmark),
      hidden: (editor) => !editor.isActive("passage"),
      command: (editor) =>
        editor.chain().focus().unsetMark("passage", { extendEmptyMarkRange: true }).run(),
    })
  },
})
