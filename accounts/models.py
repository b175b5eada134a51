"""Persons, what they are members of, and what widens their reach for a while."""

import uuid
from datetime import timedelta
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.querysets import PermittedQuerySet

from .codes import GrantedClass, ParticipantCategory, Role
from .querysets import DeviceQuerySet, GrantQuerySet, InvitationQuerySet, MembershipQuerySet, PersonQuerySet

GRANT_LASTS_AT_MOST = timedelta(days=30)
LANGUAGES = [("fr", "Français"), ("en", "English"), ("sw", "Kiswahili")]


def province_list(**options: Any) -> "ArrayField[Any, Any]":
    """An array of P-codes."""
    return ArrayField(models.CharField(max_length=12), **options)


class Institution(models.Model):
    """A ministry, service, company or organisation for which persons act."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=200, unique=True)
    category = models.CharField(_("category"), max_length=20, choices=ParticipantCategory.choices)
    provinces = province_list(default=list, blank=True, help_text="P-codes; empty for a national body.")

    objects: ClassVar[Any] = PermittedQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PersonManager(BaseUserManager["Person"].from_queryset(PersonQuerySet)):  # type: ignore[misc]  # a base made at run time
    """Makes persons; there is no superuser."""

    use_in_migrations = False

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """Return a new person with that password, or with none that could be used."""
        person = Person(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody who signs in. Roles, provinces and administration come from memberships alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail address"), max_length=254, unique=True, help_text="In small letters.")
    name = models.CharField(_("name"), max_length=120)
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="persons")
    language = models.CharField(_("language"), max_length=2, choices=LANGUAGES, default="fr")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    last_visit = models.DateTimeField(null=True, editable=False, help_text="Start of the running visit.")
    previous_visit = models.DateTimeField(
        null=True, editable=False, help_text="Start of the visit before: what changed since is news."
    )

    objects: ClassVar[Any] = PersonManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("email"), name="person_email_any_case")]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        """The name that stands on screens and papers."""
        return self.name


class Membership(models.Model):
    """One role of one person in a scope: provinces, or the whole country, optionally one workshop, until a date."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    provinces = province_list(null=True, blank=True, help_text="P-codes; null is the whole country.")
    workshop = models.UUIDField(null=True, blank=True, help_text="The one workshop, by its key.")
    workshop_closed = models.BooleanField(
        default=False, editable=False, help_text="Its room writes no more; kept by the database."
    )
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[Any] = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["role", "created_at"]
        constraints = [
            models.CheckConstraint(
                name="membership_provinces_not_empty",
                condition=Q(provinces=None) | Q(provinces__len__gt=0) | ~Q(workshop=None) | Q(role=Role.ADMINISTRATOR),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role}"


class Grant(models.Model):
    """Widens one person's reach to named records or one province, for a reason, at most 30 days, by two others."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="grants")
    records = ArrayField(models.UUIDField(), default=list, blank=True, help_text="Keys of claims or places.")
    province = models.CharField(max_length=12, blank=True, help_text="P-code, instead of records.")
    highest_class = models.CharField(max_length=8, choices=GrantedClass.choices, default=GrantedClass.HIGH)
    reason = models.CharField(_("reason"), max_length=500)
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="grants_asked")
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    approved_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="grants_approved")
    approved_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(_("expires"))
    ended_at = models.DateTimeField(null=True, blank=True, help_text="Taken back before its time.")

    objects: ClassVar[Any] = GrantQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(
                name="grant_two_people", condition=Q(approved_by=None) | ~Q(approved_by=F("asked_by"))
            ),
            models.CheckConstraint(
                name="grant_not_to_self",
                condition=~Q(person=F("asked_by")) & (Q(approved_by=None) | ~Q(approved_by=F("person"))),
            ),
            models.CheckConstraint(
                name="grant_thirty_days", condition=Q(expires_at__lte=F("asked_at") + GRANT_LASTS_AT_MOST)
            ),
            models.CheckConstraint(
                name="grant_records_or_province", condition=Q(records__len=0, province__gt="") | Q(province="")
            ),
            models.CheckConstraint(name="grant_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.highest_class}"


class Invitation(models.Model):
    """A letter to somebody without an account: whoever holds its secret sets a password, once, within its time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail address"), max_length=254)
    name = models.CharField(_("name"), max_length=120)
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=LANGUAGES, default="fr")
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    provinces = province_list(null=True, blank=True, help_text="P-codes; null is the whole country.")
    workshop = models.UUIDField(null=True, blank=True)
    token_hash = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the secret; it is kept nowhere.")
    invited_by = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="invitations_sent", help_text="Empty: the built-in system."
    )
    invited_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-invited_at"]

    def __str__(self) -> str:
        return f"{self.role} {self.invited_at:%Y-%m-%d}"


class Device(models.Model):
    """A laptop prepared for one workshop: its token hands in what was written, without a session, and reads nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    workshop = models.UUIDField(help_text="The one workshop, by its key.")
    person = models.ForeignKey(Person, models.CASCADE, related_name="devices", help_text="Who writes on it.")
    label = models.CharField(_("name"), max_length=60, help_text="What stands on the laptop.")
    token_hash = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the token; it is kept nowhere.")
    prepared_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(help_text="Thirty days after the workshop's last day.")
    ended_at = models.DateTimeField(null=True, blank=True, help_text="Taken back before its time.")
    last_seen_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar[Any] = DeviceQuerySet.as_manager()

    class Meta:
        ordering = ["-prepared_at"]
        indexes = [models.Index(fields=["workshop"], name="device_workshop")]
        constraints = [models.CheckConstraint(name="device_has_a_label", condition=~Q(label=""))]

    def __str__(self) -> str:
        return self.label
