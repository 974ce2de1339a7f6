"""Files in a bucket of object storage (S3), where several machines serve the newsroom."""

from django.core.files import File
from django.db import transaction
from django.utils.http import content_disposition_header
from storages.backends.s3 import S3Storage

from .storage import Unsettled


class Bucket(S3Storage):
    """
    A bucket is private, whatever of it is public: there is an address of a file for whom one is
    made, signed, and for some seconds. What was written in a transaction that came to nothing is
    taken away.
    """

    def _save(self, name: str, content: File) -> str:
        name = super()._save(name, content)
        transaction.on_commit(Unsettled(self.delete, name).settle)
        return name

    def lead_to(self, name: str, seconds: int, kind: str = "", called: str = "") -> str:
        """
        Return an address at which a file can be had for so many seconds, as one of `kind`; where
        it is `called` something, to be saved under that name.
        """
        headers = {"ResponseContentType": kind} if kind else {}
        if called:
            headers["ResponseContentDisposition"] = content_disposition_header(True, called) or ""
        return str(self.url(name, parameters=headers, expire=seconds))
