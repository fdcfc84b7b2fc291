// Runs before the first paint, so that a page never shows in colours that its reader has turned off.

/** What this device remembers under a name; `null` where there is nothing, or where it may not be asked. */
function recall(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

/** Has this device remember a value; whether it does. */
function remember(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Puts the choices that this device remembers on the root, where the style sheet reads them. */
function restoreDisplay() {
  const choices = recall('lectern-display') ?? {};
  for (const name of ['theme', 'contrast', 'text', 'slash']) {
    if (choices[name]) document.documentElement.dataset[name] = choices[name];
    else delete document.documentElement.dataset[name];
  }
}

restoreDisplay();
