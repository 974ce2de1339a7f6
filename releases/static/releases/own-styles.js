// Keeps the editor from writing its style into the page, which the security policy would refuse:
// typed spaces would then be saved as `&nbsp;`. Its rules are in desk.css.

import { Extension } from "django-prose-editor/editor"

export const OwnStyles = Extension.create({
  name: "ownStyles",
  onBeforeCreate({ editor }) {
    editor.options.injectCSS = false
  },
})
