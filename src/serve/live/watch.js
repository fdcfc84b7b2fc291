// Loads the page anew when its content has changed. Only `lectern serve --watch` serves this.

const script = document.currentScript;
let events = null;

/** Listens while the page is seen: a browser keeps few connections to one server. */
function listen() {
  if (document.hidden) {
    events?.close();
    events = null;
  } else if (!events) {
    events = new EventSource(new URL('changes', script.src));
    events.onmessage = ({ data }) => {
      if (data !== script.dataset.version) location.reload();
    };
  }
}

document.addEventListener('visibilitychange', listen);
listen();
