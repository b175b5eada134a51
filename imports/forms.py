"""A file from the secretariat."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

LARGEST_UPLOAD_BYTES = 50_000_000


class BatchForm(forms.Form):
    """Which file is brought in."""

    file = forms.FileField(
        label=_("CSV file of IPIS site visits"),
        help_text=_("As published, with its header; at most 50 MB. Larger files: ask the administrator."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_UPLOAD_BYTES:
            raise forms.ValidationError(_("The file is larger than 50 MB."))
        return file
