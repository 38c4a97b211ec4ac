-- How goods of a category are usually classed: proposed for its rates.
alter table tax_category
  add column treatment text not null default 'STANDARD'
    check (treatment in ('STANDARD', 'REDUCED', 'ZERO', 'EXEMPT', 'REVERSE_CHARGE', 'OUTSIDE_SCOPE'));

-- `postal_prefix`: only where the postal code begins so. `stacked`: charged beside the others of its name, not instead.
alter table tax_rate
  add column postal_prefix text check (postal_prefix ~ '^[A-Z0-9]{1,10}$'),
  add column stacked boolean not null default false;
do $$
declare
  previous text;
begin
  select conname into strict previous from pg_constraint where conrelid = 'tax_rate'::regclass and contype = 'x';
  execute format('alter table tax_rate drop constraint %I', previous);
end $$;
alter table tax_rate
  add constraint tax_rate_one_in_force exclude using gist (
    tax_category_id with =, country with =, lower(coalesce(region, '')) with =, coalesce(postal_prefix, '') with =,
    lower(name) with =, validity with &&) where (not stacked),
  add constraint tax_rate_told_apart exclude using gist (
    tax_category_id with =, country with =, lower(coalesce(region, '')) with =, coalesce(postal_prefix, '') with =,
    lower(name) with =, percent with =, validity with &&) where (stacked);

-- How the merchant's documents are taxed: one row.
create table tax_setting (
  id             boolean primary key default true check (id),
  tax_date       text not null default 'ISSUE_DATE' check (tax_date in ('ISSUE_DATE', 'PERIOD_END')),
  rounding       text not null default 'PER_DOCUMENT' check (rounding in ('PER_DOCUMENT', 'PER_LINE')),
  -- [{"currency": "CHF", "increment": 0.05}]: totals in that currency are multiples of it.
  cash_rounding  jsonb not null default '[]',
  -- [{"language": "en", "text": "…"}]: what reverse charge is called on documents in that language.
  reverse_charge jsonb not null,
  -- How many days old a rate of exchange may be; any age when null.
  exchange_days  integer default 7 check (exchange_days between 0 and 366)
);
-- The wordings of Article 226 (11a) of Directive 2006/112/EC.
insert into tax_setting (reverse_charge) values ('[
  {"language": "en", "text": "Reverse charge: VAT is owed by the recipient (Article 196 of Directive 2006/112/EC)"},
  {"language": "bg", "text": "Обратно начисляване (член 196 от Директива 2006/112/ЕО)"},
  {"language": "cs", "text": "Daň odvede zákazník (článek 196 směrnice 2006/112/ES)"},
  {"language": "da", "text": "Omvendt betalingspligt (artikel 196 i direktiv 2006/112/EF)"},
  {"language": "de", "text": "Steuerschuldnerschaft des Leistungsempfängers (Artikel 196 der Richtlinie 2006/112/EG)"},
  {"language": "el", "text": "Αντίστροφη επιβάρυνση (άρθρο 196 της οδηγίας 2006/112/ΕΚ)"},
  {"language": "es", "text": "Inversión del sujeto pasivo (artículo 196 de la Directiva 2006/112/CE)"},
  {"language": "et", "text": "Pöördmaksustamine (direktiivi 2006/112/EÜ artikkel 196)"},
  {"language": "fi", "text": "Käännetty verovelvollisuus (direktiivin 2006/112/EY 196 artikla)"},
  {"language": "fr", "text": "Autoliquidation (article 196 de la directive 2006/112/CE)"},
  {"language": "hr", "text": "Prijenos porezne obveze (članak 196. Direktive 2006/112/EZ)"},
  {"language": "hu", "text": "Fordított adózás (a 2006/112/EK irányelv 196. cikke)"},
  {"language": "it", "text": "Inversione contabile (articolo 196 della direttiva 2006/112/CE)"},
  {"language": "lt", "text": "Atvirkštinis apmokestinimas (Direktyvos 2006/112/EB 196 straipsnis)"},
  {"language": "lv", "text": "Nodokļa apgrieztā maksāšana (Direktīvas 2006/112/EK 196. pants)"},
  {"language": "nl", "text": "Btw verlegd (artikel 196 van Richtlijn 2006/112/EG)"},
  {"language": "pl", "text": "Odwrotne obciążenie (art. 196 dyrektywy 2006/112/WE)"},
  {"language": "pt", "text": "Autoliquidação (artigo 196.º da Diretiva 2006/112/CE)"},
  {"language": "ro", "text": "Taxare inversă (articolul 196 din Directiva 2006/112/CE)"},
  {"language": "sk", "text": "Prenesenie daňovej povinnosti (článok 196 smernice 2006/112/ES)"},
  {"language": "sl", "text": "Obrnjena davčna obveznost (člen 196 Direktive 2006/112/ES)"},
  {"language": "sv", "text": "Omvänd betalningsskyldighet (artikel 196 i direktiv 2006/112/EG)"}
]');
