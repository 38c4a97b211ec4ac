-- Every state of the merchant is kept from the moment it holds, so that whoever posts a document finds it.
create function keep_seller() returns trigger language plpgsql as $$
begin
  insert into seller (id, version, content)
  values (gen_random_uuid(), new.version,
          jsonb_build_object(
            'name', new.name, 'legalName', new.legal_name, 'address', new.address, 'taxId', new.tax_id,
            'email', new.email, 'phone', new.phone, 'website', new.website, 'accentColor', new.accent_color,
            'bankDetails', new.bank_details, 'documentFooter', new.document_footer, 'logo', new.logo))
      on conflict (version) do nothing;
  return null;
end $$;
create trigger keep_seller after insert or update on organization
  for each row execute function keep_seller();
-- The present state, unless a document keeps it already.
update organization set version = version;
