-- Up to which day a coupon has acted on what was billed: further charges for days before it use up none of its terms.
alter table subscription_coupon add column acted_until date;

update subscription_coupon r
   set acted_until = s.billed_until
  from subscription s, coupon c
 where s.id = r.subscription_id and c.id = r.coupon_id and s.billed_until > r.redeemed_on
   and r.terms_left < coalesce(c.terms, 1);
