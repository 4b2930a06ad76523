'use strict';

const { test } = require('node:test');
const assert = require('node:assert');
const list = require('../../main/resources/samen-assets/attendance.js');
const worker = require('../../main/resources/attendance/worker.js');

const NOW = Date.parse('2026-11-25T18:30:00Z');
const HOUR = 60 * 60 * 1000;
const LIST = '/professionalisation/courses/c/sessions/2/attendance';
const at = path => 'https://samen.example' + path;
const text = (person, ticks) => JSON.stringify({ person, ticks });

test('the last tick of a seat counts, with the time at which it was made', () => {
  const ticks = list.withTick(list.withTick({}, 'a', true, NOW), 'a', false, NOW + 1000);
  assert.deepStrictEqual(ticks, { a: { present: false, said: '2026-11-25T18:30:01.000Z' } });
});

test('what was sent goes, and what was ticked meanwhile stays', () => {
  const sent = list.withTick(list.withTick({}, 'a', true, NOW), 'b', true, NOW);
  const now = list.withTick(sent, 'b', false, NOW + 1);
  assert.deepStrictEqual(Object.keys(list.withoutSent(now, sent)), ['b']);
  assert.deepStrictEqual(list.withoutSent(sent, sent), {});
});

test('only one\'s own ticks of the last day are there', () => {
  const ticks = list.withTick(list.withTick({}, 'old', true, NOW - 24 * HOUR), 'a', true, NOW);
  assert.deepStrictEqual(Object.keys(list.ticksIn(text('an', ticks), 'an', NOW)), ['a']);
  assert.deepStrictEqual(list.ticksIn(text('an', ticks), 'bo', NOW), {});
  for (const nonsense of [null, '', '{', 'null', '[]', '{"person":"an"}']) {
    assert.deepStrictEqual(list.ticksIn(nonsense, 'an', NOW), {});
  }
});

test('the server is told whose they are and each tick\'s own time', () => {
  assert.deepStrictEqual(list.message(list.withTick({}, 'a', true, NOW), 'an', NOW + 60_000), {
    person: 'an',
    now: '2026-11-25T18:31:00.000Z',
    ticks: [{ seat: 'a', present: true, said: '2026-11-25T18:30:00.000Z' }],
  });
});

test('how many were not sent is said in words', () => {
  const words = { one: '1 vinkje', many: '# vinkjes' };
  assert.strictEqual(list.unsentWords(1, words), '1 vinkje');
  assert.strictEqual(list.unsentWords(12, words), '12 vinkjes');
});

test('nothing is kept but the list itself and what it is made of', () => {
  assert.strictEqual(worker.keyOf(at(LIST), LIST), LIST);
  assert.strictEqual(worker.keyOf(at(LIST + '?done=marked&q=&page=0'), LIST), LIST);
  assert.strictEqual(worker.keyOf(at(LIST + '?page=1'), LIST), LIST + '?page=1');
  const style = '/professionalisation/assets/samen.css';
  assert.strictEqual(worker.keyOf(at(style), LIST), style);
  for (const other of [LIST + '?q=an', LIST + '/code', '/', '/professionalisation/hours']) {
    assert.strictEqual(worker.keyOf(at(other), LIST), null, other);
  }
});

test('who may not see the list any more does not see what was kept', () => {
  assert.strictEqual(worker.afterAnswer(200), 'keep');
  // 0 is a redirect to where one signs in.
  for (const status of [0, 302, 401, 403, 404]) {
    assert.strictEqual(worker.afterAnswer(status), 'forget', String(status));
  }
  for (const status of [429, 500, 502, 503]) {
    assert.strictEqual(worker.afterAnswer(status), 'use', String(status));
  }
});

test('what was kept is shown for a day', () => {
  assert.ok(worker.isYoung(String(NOW), NOW + 23 * HOUR));
  assert.ok(!worker.isYoung(String(NOW), NOW + 24 * HOUR));
  assert.ok(!worker.isYoung(null, NOW));
});
