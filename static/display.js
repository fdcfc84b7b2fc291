// Runs before the first paint, so that a page never shows in colours that its reader has turned off.

/** Puts the choices that this device remembers on the root, where the style sheet reads them. */
function restoreDisplay() {
  try {
    const { theme, contrast, text, slash } = JSON.parse(localStorage.getItem('lectern-display')) ?? {};
    for (const [name, value] of Object.entries({ theme, contrast, text, slash })) {
      if (value) document.documentElement.dataset[name] = value;
      else delete document.documentElement.dataset[name];
    }
  } catch {
    // Where nothing can be remembered, each page starts as the system has it.
  }
}

restoreDisplay();
