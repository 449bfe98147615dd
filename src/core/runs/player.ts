import type { ModelReply } from '../calls/call.ts';
import { callIdentity } from '../calls/identity.ts';
import type { ItemScore } from '../protocols/itemScore.ts';
import type { PlayOf } from '../protocols/protocol.ts';
import type { PendingCall } from './frontier.ts';
import type { Unit } from './plan.ts';

/** A unit that came to its end. */
export interface ScoredUnit<Score = ItemScore> {
  unit: Unit;
  score: Score;
  /** Identities of every call it asked, in order. */
  calls: readonly string[];
}

interface ActiveUnit<Score> {
  unit: Unit;
  play: PlayOf<Score>;
  wanted: readonly PendingCall[];
  asked: string[];
}

/**
 * Plays the generators of a few units at once. It holds who waits for which call and nothing else;
 * it answers nothing itself. Whoever drives it brings replies from a table, from a model or from a
 * test's list.
 */
export class Player<Score = ItemScore> {
  readonly #waiting: Unit[];
  readonly #start: (unit: Unit) => PlayOf<Score>;
  readonly #width: number;
  #active: ActiveUnit<Score>[] = [];
  /** Replies that some active unit still needs. */
  readonly #replies = new Map<string, ModelReply>();

  /** `width` is how many units are in play at once: wide enough for a model's calls to pool. */
  constructor(units: readonly Unit[], start: (unit: Unit) => PlayOf<Score>, width: number) {
    this.#waiting = [...units];
    this.#start = start;
    this.#width = width;
  }

  /** Lets in new units up to the width. Returns those that ended without asking for anything. */
  fill(): ScoredUnit<Score>[] {
    const ended: ScoredUnit<Score>[] = [];
    while (this.#active.length < this.#width) {
      const unit = this.#waiting.shift();
      if (unit === undefined) break;
      const active: ActiveUnit<Score> = {
        unit,
        play: this.#start(unit),
        wanted: [],
        asked: [],
      };
      const score = this.#advance(active, null);
      if (score === null) this.#active.push(active);
      else ended.push({ unit, score, calls: active.asked });
    }
    return ended;
  }

  /** Calls that active units wait for and that have no reply yet, each once. */
  frontier(): PendingCall[] {
    const pending = new Map<string, PendingCall>();
    for (const { wanted } of this.#active) {
      for (const entry of wanted) {
        if (!this.#replies.has(entry.identity)) pending.set(entry.identity, entry);
      }
    }
    return [...pending.values()];
  }

  /** Hands in one reply and plays on every unit that has all it waits for. */
  answer(identity: string, reply: ModelReply): ScoredUnit<Score>[] {
    this.#replies.set(identity, reply);
    const ended: ScoredUnit<Score>[] = [];
    for (const active of [...this.#active]) {
      let replies = this.#repliesFor(active);
      while (replies !== null) {
        const score = this.#advance(active, replies);
        if (score !== null) {
          this.#active = this.#active.filter((other) => other !== active);
          ended.push({ unit: active.unit, score, calls: active.asked });
          break;
        }
        replies = this.#repliesFor(active);
      }
    }
    this.#forgetUnneeded();
    return ended;
  }

  /** True when nothing is in play and nothing waits to be. */
  get isDone(): boolean {
    return this.#active.length === 0 && this.#waiting.length === 0;
  }

  #repliesFor(active: ActiveUnit<Score>): ModelReply[] | null {
    const replies: ModelReply[] = [];
    for (const { identity } of active.wanted) {
      const reply = this.#replies.get(identity);
      if (reply === undefined) return null;
      replies.push(reply);
    }
    return replies;
  }

  /** Runs a generator to its next question; returns the score when it came to its end. */
  #advance(active: ActiveUnit<Score>, replies: readonly ModelReply[] | null): Score | null {
    let step = active.play.next(replies ?? []);
    // A generator may ask for nothing; it needs no reply to go on.
    while (step.done !== true && step.value.length === 0) step = active.play.next([]);
    if (step.done === true) return step.value;
    active.wanted = step.value.map((call) => ({ identity: callIdentity(call), call }));
    active.asked.push(...active.wanted.map(({ identity }) => identity));
    return null;
  }

  #forgetUnneeded(): void {
    const needed = new Set(
      this.#active.flatMap((active) => active.wanted.map(({ identity }) => identity)),
    );
    for (const identity of this.#replies.keys()) {
      if (!needed.has(identity)) this.#replies.delete(identity);
    }
  }
}
