"""The player of a real browser plays what the newsroom sends."""

from tests.builders import film_file, make_edition, make_recording


def test_a_video_is_played_from_where_the_reader_wants_with_its_captions(transactional_db, page):
    recording = make_recording(file=film_file(seconds=20))
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(make_edition(recordings=[recording]).get_absolute_url())
    assert not [url for url in asked if "/recordings/" in url]

    video = page.locator("video")
    video.evaluate("""async video => {
        video.muted = true;
        video.textTracks[0].mode = "showing";
        await video.play();
        video.currentTime = 15;
        await new Promise(done => video.addEventListener("seeked", done, {once: true}));
        video.pause();
    }""")

    assert video.evaluate("video => video.duration") == 20
    assert video.evaluate("video => Math.floor(video.currentTime)") == 15
    page.wait_for_function("document.querySelector('video').textTracks[0].cues.length === 1")
