"""What is done the same way in every test of the desk in a browser."""


def sign_in(page, address="/admin/", username="editor", password="correct horse"):
    """Go to an address of the desk, and give the password it asks for."""
    page.goto(address)
    page.fill("#id_login", username)
    page.fill("#id_password", password)
    with page.expect_navigation():
        page.press("#id_password", "Enter")
