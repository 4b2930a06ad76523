/*
 * The list of a session in a room without network. What is ticked is kept on this device, and sent
 * as soon as that can be: each tick with the time at which it was made, so that it may be sent
 * twice, and so that of two ticks the later one stands. Without this script the same buttons are
 * forms. What is kept is of one person only, at most for a day, and gone when it was sent.
 */
(() => {
  'use strict';

  const KEPT = 'attendance:';
  const CACHE = 'attendance';
  const LONGEST = 24 * 60 * 60 * 1000;
  const AGAIN = 20 * 1000;
  const PATIENCE = 15 * 1000;

  /** The ticks in this text that are of this person and not too old; by seat. */
  function ticksIn(text, person, now) {
    let kept;
    try {
      kept = JSON.parse(text);
    } catch {
      return {};
    }
    if (!kept || kept.person !== person || !kept.ticks) {
      return {};
    }
    return Object.fromEntries(
      Object.entries(kept.ticks).filter(([, tick]) => now - Date.parse(tick.said) < LONGEST));
  }

  /** The same with one more: the last one of a seat counts. */
  function withTick(ticks, seat, present, now) {
    return { ...ticks, [seat]: { present, said: new Date(now).toISOString() } };
  }

  /** The same without those that were sent; one that was made meanwhile stays. */
  function withoutSent(ticks, sent) {
    return Object.fromEntries(
      Object.entries(ticks).filter(([seat, tick]) => sent[seat]?.said !== tick.said));
  }

  /** As the server takes them; with the time of this clock, so that it can tell how far that is off. */
  function message(ticks, person, now) {
    return { person, now: new Date(now).toISOString(), ticks: Object.entries(ticks).map(([seat, tick]) => ({ seat, ...tick })) };
  }

  /** How many have not been sent, in words. */
  function unsentWords(many, words) {
    return many === 1 ? words.one : words.many.replace('#', String(many));
  }

  function start(list) {
    const person = list.dataset.person;
    const place = KEPT + location.pathname;
    const line = document.getElementById('unsent');
    const count = document.getElementById('present');
    const words = list.querySelector('table')?.dataset;
    const forms = new Map(
      [...list.querySelectorAll('form[data-seat]')].map(form => [form.dataset.seat, form]));
    let sending = false;

    const read = () => ticksIn(localStorage.getItem(place), person, Date.now());

    function write(ticks) {
      if (Object.keys(ticks).length > 0) {
        localStorage.setItem(place, JSON.stringify({ person, ticks }));
      } else {
        localStorage.removeItem(place);
      }
    }

    /** Of every list: what is of somebody else or too old. */
    function forgetOthers() {
      for (const key of Object.keys(localStorage).filter(each => each.startsWith(KEPT))) {
        const text = localStorage.getItem(key);
        if (Object.keys(ticksIn(text, person, Date.now())).length === 0) {
          localStorage.removeItem(key);
        }
      }
      const before = localStorage.getItem('attendance-person');
      localStorage.setItem('attendance-person', person);
      return before && before !== person && 'caches' in window
        ? caches.delete(CACHE)
        : Promise.resolve();
    }

    function forgetAll() {
      Object.keys(localStorage)
        .filter(each => each.startsWith('attendance'))
        .forEach(each => localStorage.removeItem(each));
      return 'caches' in window ? caches.delete(CACHE) : Promise.resolve();
    }

    function tell(text, kind) {
      if (line.textContent !== text) {
        line.textContent = text;
        line.className = text ? 'notice ' + kind : '';
      }
    }

    function show(seat, present, state) {
      const form = forms.get(seat);
      if (!form) {
        return;
      }
      const was = form.elements.present.value === 'false';
      const button = form.querySelector('button');
      form.elements.present.value = String(!present);
      form.closest('tr').cells[1].textContent = words[state];
      button.textContent = present ? words.markAbsent : words.markPresent;
      button.setAttribute(
        'aria-label', present ? button.dataset.labelAbsent : button.dataset.labelPresent);
      if (was !== present) {
        count.textContent = String(Number(count.textContent) + (present ? 1 : -1));
      }
    }

    function tick(seat, present) {
      write(withTick(read(), seat, present, Date.now()));
      show(seat, present, present ? 'present' : 'absent');
    }

    function taken(standing, sent) {
      const left = withoutSent(read(), sent);
      write(left);
      standing.lines
        .filter(each => !left[each.seat])
        .forEach(each => show(each.seat, each.present, each.state));
      count.textContent = String(standing.present);
      // So that the page that is kept shows it too.
      if (navigator.serviceWorker?.controller) {
        fetch(location.pathname).catch(() => {});
      }
      return Object.keys(left).length;
    }

    async function send() {
      const ticks = read();
      const many = Object.keys(ticks).length;
      if (many === 0 || sending) {
        return;
      }
      sending = true;
      let left = many;
      let ended = false;
      try {
        const response = await fetch(list.dataset.ticks, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
          body: JSON.stringify(message(ticks, person, Date.now())),
          signal: AbortSignal.timeout(PATIENCE),
        });
        ended = response.status === 401;
        if (response.ok) {
          left = taken(await response.json(), ticks);
        } else if (response.status === 409
            && (await response.json()).type === 'urn:samen:problem:ticks-of-another') {
          await forgetAll();
          location.reload();
        }
      } catch {
        // No network: they stay, and are sent later.
      }
      sending = false;
      if (ended) {
        tell(line.dataset.ended, 'bad');
      } else if (left > 0) {
        tell(unsentWords(Object.keys(read()).length, line.dataset), 'wait');
      } else {
        tell(line.dataset.sent, '');
      }
    }

    list.addEventListener('submit', event => {
      const form = event.target;
      if (form.dataset.seat) {
        event.preventDefault();
        tick(form.dataset.seat, form.elements.present.value === 'true');
        send();
      } else if (form.dataset.everybody) {
        event.preventDefault();
        forms.forEach((_, seat) => tick(seat, true));
        send();
      }
    });
    document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', forgetAll);
    window.addEventListener('online', send);
    document.addEventListener('visibilitychange', send);
    setInterval(send, AGAIN);

    forgetOthers().then(() => {
      if ('serviceWorker' in navigator) {
        return navigator.serviceWorker.register(list.dataset.worker, { scope: 'attendance' });
      }
    }).catch(() => {});
    // A page that was kept may be older than what was ticked since.
    for (const [seat, each] of Object.entries(read())) {
      show(seat, each.present, each.present ? 'present' : 'absent');
    }
    send();
  }

  if (typeof module === 'object') {
    module.exports = { ticksIn, withTick, withoutSent, message, unsentWords };
  } else {
    const list = document.querySelector('[data-person][data-ticks]');
    if (list) {
      start(list);
    }
  }
})();
