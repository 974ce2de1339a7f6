class Part:
    """A record kept with the one it is a part of, named by WHOLE: their history is one."""

    WHOLE = ""

    def get_additional_data(self):
        """What the log of changes (django-auditlog) keeps beside them."""
        return {self.WHOLE: getattr(self, f"{self.WHOLE}_id")}
