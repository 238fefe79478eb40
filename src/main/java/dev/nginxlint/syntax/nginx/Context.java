package dev.nginxlint.syntax.nginx;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The kinds of block, each of which takes directives of its own.
public enum Context {
  /// Outside of every block.
  MAIN,
  EVENTS,
  HTTP,
  /// `server` of `http`.
  SERVER,
  LOCATION,
  IF_IN_SERVER,
  IF_IN_LOCATION,
  LIMIT_EXCEPT,
  /// `upstream` of `http`.
  UPSTREAM,
  STREAM,
  STREAM_SERVER,
  STREAM_UPSTREAM,
  MAIL,
  MAIL_SERVER,
  RTMP,
  RTMP_SERVER,
  RTMP_APPLICATION,
  RTMP_RECORDER,
  MGMT,
  OIDC_PROVIDER,
  ACME_ISSUER,
  OTEL_EXPORTER,
  LDAP_SERVER,
  MATCH,
  MAP,
  NUM_MAP,
  GEO,
  GEOIP2,
  SPLIT_CLIENTS,
  CHARSET_MAP,
  TYPES,
  /// Program text.
  CODE;

  private static final Set<Context> FREE_FORM =
      EnumSet.of(MAP, NUM_MAP, GEO, GEOIP2, SPLIT_CLIENTS, CHARSET_MAP, TYPES, CODE);

  /// The context of a name in lower case with hyphens.
  static Context of(String name) {
    return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  /// Whether it holds no directives, but the entries of a table or program text.
  public boolean isFreeForm() {
    return FREE_FORM.contains(this);
  }
}
