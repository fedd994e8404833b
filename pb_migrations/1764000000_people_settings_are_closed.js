// PocketBase's open doors are shut: no batch, no request log, no controls in its own screens, superusers from loopback alone.
migrate(
  (app) => {
    const settings = app.settings();
    settings.meta.appName = "Chaperone";
    settings.meta.hideControls = true;
    settings.batch.enabled = false;
    // A request log would keep addresses, and with them record references, beyond the reach of an erasure.
    settings.logs.maxDays = 0;
    settings.logs.logIP = false;
    settings.superuserIPs = ["127.0.0.1", "::1"];
    settings.trustedProxy.headers = [];
    settings.backups.cron = "0 2 * * *";
    settings.backups.cronMaxKeep = 7;
    app.save(settings);
  },
  (app) => {
    const settings = app.settings();
    settings.meta.hideControls = false;
    settings.logs.maxDays = 5;
    settings.superuserIPs = [];
    settings.backups.cron = "";
    app.save(settings);
  },
);
