// A field takes so many letters. What does not fit is said: a long text that is pasted is never cut in silence.

/** Call `tell(n)` whenever a field of `page` would take more than its n letters. */
export function watchLimits(page, tell) {
  page.addEventListener("beforeinput", ({ target, data, inputType }) => {
    const most = target.maxLength;
    if (!(most > 0) || !inputType.startsWith("insert")) return;
    const kept = target.value.length - (target.selectionEnd - target.selectionStart);
    if (kept + (data?.length ?? 1) > most) tell(most);
  });
}
