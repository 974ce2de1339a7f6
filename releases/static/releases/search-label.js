// Names the search field of a list by its button, in the language of the desk.

const search = document.querySelector("#searchbar")
search?.setAttribute("aria-label", search.form.querySelector("[type=submit]").value)
