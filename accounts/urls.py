"""Addresses of accounts: sign-in by allauth with only the routes that we use, and our own screens."""

from allauth.account import views as sign
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.usersessions import views as sessions
from django.urls import include, path, re_path

from .views import administration, entrance, own, secretariat

OWN = [
    path("health/", entrance.alive, name="alive"),
    path("health/ready/", entrance.ready, name="ready"),
    path("invitation/<str:secret>/", entrance.invitation_accept, name="accept"),
    path("account/", own.me, name="me"),
    path("account/sessions/close/", own.sessions_close, name="sessions_close"),
    path("accounts/", administration.person_list, name="list"),
    path("accounts/health/", administration.health_page, name="health"),
    path("accounts/labels/", administration.label_list, name="labels"),
    path("accounts/institutions/", administration.institution_list, name="institutions"),
    path("accounts/invitations/new/", administration.invitation_send, name="invite"),
    path(
        "accounts/invitations/<uuid:invitation_id>/withdraw/",
        administration.invitation_withdraw,
        name="invitation_withdraw",
    ),
    path("accounts/memberships/<uuid:membership_id>/end/", administration.membership_end, name="membership_end"),
    path("accounts/<uuid:person_id>/", administration.person_detail, name="person"),
    path("accounts/<uuid:person_id>/switch/", administration.person_switch, name="person_switch"),
    path("accounts/<uuid:person_id>/sign-out/", administration.person_sign_out, name="person_sign_out"),
    path("audit/", secretariat.audit_trail, name="audit"),
    path("grants/", secretariat.grant_list, name="grants"),
    path("grants/<uuid:grant_id>/approve/", secretariat.grant_approve, name="grant_approve"),
    path("grants/<uuid:grant_id>/end/", secretariat.grant_end, name="grant_end"),
]

urlpatterns = [
    path("", entrance.home, name="home"),
    path("language/", entrance.set_language, name="set_language"),
    path("account/sign-in/", sign.login, name="account_login"),
    path("account/sign-out/", sign.logout, name="account_logout"),
    path("account/inactive/", sign.account_inactive, name="account_inactive"),
    path("account/confirm/", sign.reauthenticate, name="account_reauthenticate"),
    path("account/password/", sign.password_change, name="account_change_password"),
    path("account/password/reset/", sign.password_reset, name="account_reset_password"),
    path("account/password/reset/sent/", sign.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^account/password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        sign.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("account/password/done/", sign.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("account/second-factor/", factor.index, name="mfa_index"),
    path("account/second-factor/code/", factor.authenticate, name="mfa_authenticate"),
    path("account/second-factor/confirm/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("account/second-factor/set-up/", totp.activate_totp, name="mfa_activate_totp"),
    path("account/second-factor/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/recovery-codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("account/recovery-codes/new/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("account/recovery-codes/file/", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("account/sessions/", sessions.list_usersessions, name="usersessions_list"),
    path("", include((OWN, "accounts"))),
]
