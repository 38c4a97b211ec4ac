import { FileInput } from "@mantine/core";
import { CheckboxField } from "@quittance/ui/fields.tsx";
import { useFault } from "@quittance/ui/faults.ts";

/** The logo of documents and portal: a new file, or none any more. */
export function LogoField({ logo }: { logo: string | null | undefined }) {
  const error = useFault("logo");
  return (
    <>
      {logo && <img src={logo} alt="The present logo" style={{ maxHeight: 64, maxWidth: 240 }} />}
      <FileInput
        name="logo"
        label="Logo (optional)"
        description="PNG or JPEG, at most 180 kB."
        accept="image/png,image/jpeg"
        clearable
        placeholder={logo ? "Choose another file" : "Choose a file"}
        {...(error !== undefined && { error })}
      />
      {logo && <CheckboxField path="withoutLogo" label="Take the logo away" />}
    </>
  );
}
