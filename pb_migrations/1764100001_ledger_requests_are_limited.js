// A clinic of 200 people shares one address: the limit stops a runaway script, not a Monday morning.
migrate(
  (app) => {
    const settings = app.settings();
    settings.rateLimits.enabled = true;
    settings.rateLimits.rules = [{ label: "/api/", audience: "", maxRequests: 3000, duration: 10 }];
    app.save(settings);
  },
  (app) => {
    const settings = app.settings();
    settings.rateLimits.enabled = false;
    settings.rateLimits.rules = [];
    app.save(settings);
  },
);
