/*
 * Keeps the list of one session, and the style and script that it is made of, for when there is no
 * network. What the network answers goes before what is kept. A browser lets it see what lies under
 * this one list only; of that it looks at the list itself and leaves all else alone.
 */
(() => {
  'use strict';

  const CACHE = 'attendance';
  const KEPT_AT = 'Kept-At';
  const LONGEST = 24 * 60 * 60 * 1000;
  const PATIENCE = 5 * 1000;
  const ASSETS = '/professionalisation/assets/';

  /** What an address is kept under; nothing for what is not kept. */
  function keyOf(address, list) {
    const url = new URL(address);
    if (url.pathname.startsWith(ASSETS)) {
      return url.pathname;
    }
    if (url.pathname !== list || url.searchParams.get('q')) {
      return null;
    }
    const page = Number.parseInt(url.searchParams.get('page'), 10);
    return page > 0 ? list + '?page=' + page : list;
  }

  /** What becomes of what is kept when the network answers so. */
  function afterAnswer(status) {
    if (status === 200) {
      return 'keep';
    }
    // Away or overloaded: what is kept is as good as it was. All else: it is not theirs to see.
    return status >= 500 || status === 429 ? 'use' : 'forget';
  }

  /** Whether what was kept at this time can still be shown. */
  function isYoung(keptAt, now) {
    return now - Number(keptAt) < LONGEST;
  }

  async function kept(cache, key) {
    const found = await cache.match(key);
    if (found && !isYoung(found.headers.get(KEPT_AT), Date.now())) {
      await cache.delete(key);
      return undefined;
    }
    return found;
  }

  async function keep(cache, key, fresh) {
    const headers = new Headers(fresh.headers);
    headers.set(KEPT_AT, String(Date.now()));
    headers.delete('Content-Encoding');
    await cache.put(key, new Response(await fresh.clone().blob(), { status: 200, headers }));
  }

  function patience(milliseconds) {
    return new Promise((_, giveUp) =>
      setTimeout(() => giveUp(new Error('no answer yet')), milliseconds));
  }

  async function answer(request, key) {
    const cache = await caches.open(CACHE);
    const old = await kept(cache, key);
    try {
      const asked = fetch(request);
      const fresh = await (old ? Promise.race([asked, patience(PATIENCE)]) : asked);
      const then = afterAnswer(fresh.status);
      if (then === 'keep') {
        await keep(cache, key, fresh);
      } else if (then === 'forget') {
        await cache.delete(key);
      } else if (old) {
        return old;
      }
      return fresh;
    } catch (away) {
      if (old) {
        return old;
      }
      throw away;
    }
  }

  if (typeof module === 'object') {
    module.exports = { keyOf, afterAnswer, isYoung };
    return;
  }

  const list = new URL(self.registration.scope).pathname;

  self.addEventListener('install', event => {
    self.skipWaiting();
    event.waitUntil(
      Promise.allSettled(
        [list, ASSETS + 'samen.css', ASSETS + 'attendance.js'].map(each => answer(each, each))));
  });

  self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

  self.addEventListener('fetch', event => {
    const key = event.request.method === 'GET' ? keyOf(event.request.url, list) : null;
    if (key) {
      event.respondWith(answer(event.request, key));
    }
  });
})();
