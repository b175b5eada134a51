// Notes how long each key takes, from the event to the picture that follows it. Whoever asks again begins a new list.
() => {
  const listening = globalThis.filonKeys;
  globalThis.filonKeys = [];
  if (listening) return;
  document.addEventListener(
    "keydown",
    (event) => {
      const begun = event.timeStamp;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => filonKeys.push(performance.now() - begun);
        channel.port2.postMessage(null);
      });
    },
    { capture: true },
  );
}
