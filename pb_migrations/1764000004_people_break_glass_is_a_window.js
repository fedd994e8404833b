// The superuser exists, so that PocketBase prints no installer link, with a password nobody knows. It signs in only
// from loopback and only while `chaperone break-glass` has opened a window (DESIGN.md 6).
migrate(
  (app) => {
    const superusers = app.findCollectionByNameOrId("_superusers");
    superusers.fields.add(new DateField({ name: "openUntil" }));
    superusers.authAlert.enabled = false;
    superusers.otp.enabled = false;
    superusers.mfa.enabled = false;
    superusers.oauth2.enabled = false;
    superusers.authToken.duration = 1800; // 30 minutes, policy.breakGlassLasts
    app.save(superusers);

    if (app.countRecords("_superusers") > 0) return;
    const record = new Record(superusers);
    record.set("email", "break-glass@chaperone.invalid");
    record.set("password", $security.randomString(60));
    app.save(record);
  },
  (app) => {
    const superusers = app.findCollectionByNameOrId("_superusers");
    superusers.fields.removeByName("openUntil");
    app.save(superusers);
  },
);
