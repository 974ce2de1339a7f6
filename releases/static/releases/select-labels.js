// Names the lists with a search (Select2) for screen readers: they come without a name, and with
// parts in a list that are no items of it.

const nameList = (select) => {
  const { $container, $dropdown } = django.jQuery(select).data("select2")
  const label = select.labels[0]
  label.id ||= `${select.id}_label`
  $container.add($dropdown).find(".select2-search__field").attr("aria-labelledby", label.id)
  const [chosen] = $container.find(".select2-selection__rendered")
  if (select.multiple) return tellNoItems(chosen)
  chosen.setAttribute("aria-labelledby", label.id)
  $container.find(".select2-selection").attr("aria-labelledby", `${label.id} ${chosen.id}`)
}

// What is chosen is drawn anew with every change.
const tellNoItems = (chosen) => {
  const tell = () => [...chosen.children].forEach((part) => part.setAttribute("role", "none"))
  chosen.setAttribute("role", "none")
  tell()
  new MutationObserver(tell).observe(chosen, { childList: true })
}

const nameLists = (part) => part.querySelectorAll("select.select2-hidden-accessible").forEach(nameList)

// Django makes these lists when the page is ready, and in each row that is added to it.
django.jQuery(() => nameLists(document))
document.addEventListener("formset:added", (event) => nameLists(event.target))
