from django.shortcuts import render


def not_found(request, exception=None):
    """The same for what is hidden and for what has never been there."""
    return render(request, "404.html", status=404)


def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


def server_error(request):
    return render(request, "500.html", status=500)
