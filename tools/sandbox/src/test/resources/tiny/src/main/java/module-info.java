module tiny {
    exports tiny;
}
