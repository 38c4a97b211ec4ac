/** Stands for a card that is typed into the card processor's own fields. */
export const NEW_CARD = "new card";

/** What came of reading those fields: a token that stands for the card, or what is wrong with it. */
export type Entered = { kind: "token"; token: string } | { kind: "refused"; message: string };

/** The offered ways to enter a card. */
type Offered = { testCards: readonly { token: string }[]; publishableKey?: string | null };

/** What can be chosen: the test cards of a sandbox, or a new card. */
export function offeredCards(options: readonly Offered[]): string[] {
  return options.flatMap(({ testCards, publishableKey }) =>
    publishableKey ? [NEW_CARD] : testCards.map(({ token }) => token),
  );
}

/**
 * The way from the card processor's fields to a token. The same card is read once, so that what is sent again after
 * a lost answer is the same.
 */
export class CardEntry {
  #read: (() => Promise<Entered>) | undefined;
  #entered: Entered | undefined;

  /** The fields are there. */
  offer(read: () => Promise<Entered>): void {
    this.#read = read;
  }

  /** Another card is typed, or the token was used: a token stands for one card and one act. */
  forget(): void {
    this.#entered = undefined;
  }

  /** The token of what was chosen. */
  async token(chosen: string): Promise<Entered> {
    if (chosen !== NEW_CARD) return { kind: "token", token: chosen };
    if (this.#entered) return this.#entered;
    const entered = await (this.#read?.() ??
      Promise.resolve<Entered>({
        kind: "refused",
        message: "The card's fields are not there yet. Try again in a moment.",
      }));
    if (entered.kind === "token") this.#entered = entered;
    return entered;
  }
}
