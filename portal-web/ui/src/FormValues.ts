/** What stands in a form's fields, by their paths. */
export class FormValues {
  readonly #data: FormData;

  constructor(data: FormData) {
    this.#data = data;
  }

  /** The text, trimmed; empty when there is none. */
  text(path: string): string {
    return this.raw(path).trim();
  }

  /** The text, or null where nothing was entered: GraphQL's way to say "none". */
  optional(path: string): string | null {
    return this.text(path) || null;
  }

  /** The text as it was typed, for passwords. */
  raw(path: string): string {
    const value = this.#data.get(path);
    return typeof value === "string" ? value : "";
  }

  /** A whole number, or null. */
  whole(path: string): number | null {
    const text = this.text(path);
    return /^-?\d+$/.test(text) ? Number(text) : null;
  }

  /** Whether a box is ticked. */
  checked(path: string): boolean {
    return this.#data.has(path);
  }

  /** All values of a path that several boxes share, or of one text with a value per line or comma. */
  all(path: string): string[] {
    return this.#data
      .getAll(path)
      .flatMap((value) => (typeof value === "string" ? value.split(/[\n,;]/) : []))
      .map((value) => value.trim())
      .filter((value) => value !== "");
  }

  /** The chosen files. */
  files(path: string): File[] {
    return this.#data.getAll(path).filter((value) => value instanceof File && value.size > 0) as File[];
  }
}
