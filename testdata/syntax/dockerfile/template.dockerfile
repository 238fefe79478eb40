FROM {{ image }}:{{ tag }} AS base
{% if debug %}
EXPOSE {{ port }}
{% endif %}
CMD ["{{ command }}", "--port={{ port }}"]
