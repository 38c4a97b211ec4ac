import type { FormValues } from "@quittance/ui/FormValues.ts";

/** The chosen logo as a data URL, null to take it away, undefined to leave it as it is. */
export async function readLogo(values: FormValues): Promise<string | null | undefined> {
  const [file] = values.files("logo");
  if (!file) return values.checked("withoutLogo") ? null : undefined;
  return new Promise((read, failed) => {
    const reader = new FileReader();
    reader.onload = () => read(reader.result as string);
    reader.onerror = () => failed(new Error("The logo could not be read."));
    reader.readAsDataURL(file);
  });
}
