{{- define "app.nginx.conf" -}}
worker_processes {{ .Values.nginx.workers | default 1 }};
events { worker_connections {{ .Values.nginx.connections }}; }
http {
  {{- if .Values.gzip }}
  gzip on;
  {{- end }}
  {{- with .Values.nginx.extra }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  {{- range $name, $port := .Values.upstreams }}
  upstream {{ $name }} { server {{ $.Release.Name }}-{{ $name }}:{{ $port }}; }
  {{- end }}
  server { listen 8080; location / { proxy_pass http://{{ include "app.fullname" . }}:{{ .Values.service.port }}; } }
}
{{- end -}}
