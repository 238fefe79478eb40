FROM python
ENV A=1 B="two words" C='$A' D=back\ slash E="$A-${B}"
ENV OLD value with $A "quotes"
ENV A=2 F=$A
ENV BAD=1 word
ENV ALONE
ARG PORT=8000 NAME
ENV PORT_TOO=$PORT G=${NOPE:-default} H=${A:+set} I=${NAME}
EXPOSE $PORT ${PORT}/udp
