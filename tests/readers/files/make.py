"""Make the files beside this one again with the programs that people use: LibreOffice, Chromium, wget, and Python's mail library.

    python tests/readers/files/make.py

All texts are our own. ``page.html`` and ``report.fodt`` are the sources; everything else is made from them and committed, so
that the tests need none of these programs.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from email.message import EmailMessage
from email.policy import SMTP
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

HERE = Path(__file__).parent
CHROMIUM = (
    "chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def main() -> None:
    """Make them all."""
    office("docx")
    office("pdf")
    with tempfile.TemporaryDirectory() as profile:
        chromium = [*CHROMIUM, f"--user-data-dir={profile}"]
        page = (HERE / "page.html").as_uri()
        dumped = subprocess.run([*chromium, "--dump-dom", page], capture_output=True, check=True, timeout=60)
        (HERE / "dumped.html").write_bytes(dumped.stdout)
        subprocess.run([*chromium, f"--print-to-pdf={HERE / 'printed.pdf'}", page], capture_output=True, check=True, timeout=60)
        # What is committed says nothing of where it was made.
        saved = snapshot(chromium, page).replace(page, "http://ledger.example/page.html")
        (HERE / "saved.mhtml").write_text(saved, encoding="utf-8", newline="")
    crawl()
    (HERE / "mail.eml").write_bytes(mail().as_bytes(policy=SMTP))


def office(form: str) -> None:
    """Convert the report with LibreOffice."""
    command = ["soffice", "--headless", "--convert-to", form, "--outdir", str(HERE), str(HERE / "report.fodt")]
    subprocess.run(command, capture_output=True, check=True, timeout=120)


def crawl() -> None:
    """Fetch the page and one that is missing from a server of our own, and keep what went over the line."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "index.html").write_bytes((HERE / "page.html").read_bytes())
        handler = partial(SimpleHTTPRequestHandler, directory=folder)
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            pages = [f"http://127.0.0.1:{server.server_port}/{name}" for name in ("", "missing")]
            # wget's exit code tells of the missing page
            subprocess.run(["wget", "-q", f"--warc-file={HERE / 'crawl'}", "--delete-after", "--no-proxy", *pages], timeout=60)
            server.shutdown()


def snapshot(chromium: list[str], page: str) -> str:
    """Save a page as Chromium's "Save as, web page, single file" does, over the DevTools pipe on descriptors 3 and 4."""
    ours_in, theirs_out = os.pipe()
    theirs_in, ours_out = os.pipe()

    def place() -> None:
        read_end, write_end = os.dup(theirs_in), os.dup(theirs_out)
        os.dup2(read_end, 3)
        os.dup2(write_end, 4)

    process = subprocess.Popen([*chromium, "--remote-debugging-pipe"], close_fds=False, preexec_fn=place)
    os.close(theirs_in)
    os.close(theirs_out)
    incoming = os.fdopen(ours_in, "rb")
    waiting = b""

    def call(number: int, method: str, session: str | None = None, **params: object) -> dict[str, object]:
        nonlocal waiting
        message = {"id": number, "method": method, "params": params} | ({"sessionId": session} if session else {})
        os.write(ours_out, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in waiting:
                waiting += os.read(incoming.fileno(), 65_536)
            raw, waiting = waiting.split(b"\0", 1)
            answer = json.loads(raw)
            if answer.get("id") == number:
                return answer["result"]

    try:
        target = call(1, "Target.createTarget", url="about:blank")["targetId"]
        session = str(call(2, "Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        call(3, "Page.enable", session)
        call(4, "Page.navigate", session, url=page)
        call(5, "Runtime.evaluate", session, expression="new Promise(r => setTimeout(r, 1000))", awaitPromise=True)
        return str(call(6, "Page.captureSnapshot", session, format="mhtml")["data"])
    finally:
        process.terminate()
        process.wait(30)


def mail() -> EmailMessage:
    """Write a message as mail clients do: two alternatives, quoted-printable, encoded words, an attachment."""
    message = EmailMessage()
    message["Return-Path"] = "<press@fallhaven-port.example>"
    message["Received"] = (
        "from mx.fallhaven-port.example (mx.fallhaven-port.example [192.0.2.25]) by mail.ledger.example with ESMTPS id 4F2A"
        " for <desk@ledger.example>; Tue, 12 Mar 2024 09:14:08 +0100"
    )
    message["From"] = "Fallhaven Port – Press Office <press@fallhaven-port.example>"
    message["To"] = "News desk <desk@ledger.example>"
    message["Subject"] = "Statement: pilot boats “Sandpiper” and “Curlew” — café talks with crews on Wednesday"
    message["Date"] = "Tue, 12 Mar 2024 09:14:02 +0100"
    message["Message-ID"] = "<5e1f0c7a-2024@fallhaven-port.example>"
    message["User-Agent"] = "Mozilla Thunderbird"
    paragraphs = [
        "Dear editors,",
        "the harbour board regrets the delays of the past two weeks. “We would rather explain a late ship than a lost one,” "
        "chairwoman Petra Holm said on Tuesday. More than 60 ships have waited, on average for five hours and 20 minutes.",
        "Norrland Marine has told us that the spare parts, worth about €85,000, will arrive on Friday. The crews’ council will "
        "be heard at an informal café meeting on Wednesday.",
        "Kind regards\nThe press office",
    ]
    message.set_content("\n\n".join(paragraphs) + "\n", charset="utf-8", cte="quoted-printable")
    page = "".join(f"<p>{paragraph}</p>\n".replace("\nThe", "<br>The") for paragraph in paragraphs)
    message.add_alternative(
        f"<html><head><style>p {{ margin: 1em }}</style></head><body>{page}</body></html>", "html", cte="quoted-printable"
    )
    message.add_attachment(b"\x89PNG\r\n\x1a\n" + bytes(64), maintype="image", subtype="png", filename="logo.png")
    return message


if __name__ == "__main__":
    main()
