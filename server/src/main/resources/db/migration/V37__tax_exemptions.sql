-- The certificate by which a customer is exempt, and the first and the last day on which it holds.
alter table customer
  add column tax_exemption_certificate text,
  add column tax_exemption_from date,
  add column tax_exemption_through date,
  add check (tax_exemption is not null
             or num_nonnulls(tax_exemption_certificate, tax_exemption_from, tax_exemption_through) = 0),
  add check (tax_exemption_from <= tax_exemption_through);
